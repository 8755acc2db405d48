/** JavaScript's own objects in one context: whether a script has changed them. */
import vm from 'node:vm';

const WATCH = new vm.Script(`(function () {
  const { is, getOwnPropertyDescriptor, getPrototypeOf } = Object;
  const { ownKeys } = Reflect;
  const known = new Map();
  const learn = (name, object) => {
    if (Object(object) !== object || object === globalThis || known.has(object)) return;
    const own = ownKeys(object).map((key) => ({ key, ...getOwnPropertyDescriptor(object, key) }));
    known.set(object, { name, own });
    for (const { key, value } of own) learn(name + '.' + String(key), value);
    learn(name + '.__proto__', getPrototypeOf(object));
  };
  for (const name of Object.getOwnPropertyNames(globalThis)) learn(name, globalThis[name]);
  const differs = (object, one) => {
    const now = getOwnPropertyDescriptor(object, one.key);
    return !now || !is(now.value, one.value) || now.get !== one.get || now.set !== one.set;
  };
  return () => {
    for (const [object, { name, own }] of known) {
      const changed = own.find((one) => differs(object, one));
      if (changed) return name + '.' + String(changed.key);
      if (ownKeys(object).length > own.length) return name;
    }
  };
})()`);

/**
 * Remembers JavaScript's own objects in a context in which no script has run.
 *
 * @returns the name of one that is not as it was, such as `Array.prototype.at`; undefined when all are
 */
export function watchBuiltIns(context: vm.Context): () => string | undefined {
  return WATCH.runInContext(context) as () => string | undefined;
}
