/** The privacy page in Spanish. */
export const ES = `Privacidad: nuestro programa de recomendaciones en WhatsApp

Responsable: {business}, {contact}

Cuando nos escribes por WhatsApp, guardamos tu número, tu nombre tal como lo muestra WhatsApp, las fechas de tu primer y de tu último mensaje, quién te recomendó nuestro negocio y a quién se lo has recomendado tú. Si prometemos algo por las recomendaciones, anotamos también tus compras y lo que recibes por ellas.

Lo que escribes no queda en nuestra lista. Nuestro programa lo lee para responderte; si algo falla, espera allí tres días como máximo. La conversación está en WhatsApp, como cualquier otra.

Lo necesitamos para responderte, para avisar a quien nos recomendó de que has venido y para cumplir lo que prometimos. Quien te nos recomendó ve tu nombre, o tu número con la parte central oculta.

Nuestra lista es una hoja de cálculo de Google y el programa funciona en Google. WhatsApp (Meta) transporta los mensajes. Nadie más recibe estos datos y no vendemos nada.

Los guardamos hasta que quieras que los borremos o hasta que ya no los necesitemos.

Escríbenos por WhatsApp: «{stop}», y no recibirás más mensajes sobre recomendaciones; «{data}», y leerás lo que guardamos sobre ti; «{delete}», y lo borraremos en cuanto lo confirmes. Lo comprado y lo entregado queda en nuestras cuentas sin tu nombre, y una marca de la que nadie puede sacar tu número evita que algo cuente dos veces. Si quieres corregir algo o preguntarnos cualquier otra cosa: {contact}.
`;
