/** The business's number as the Graph API shows it, and its registration with the Cloud API. */
import type { MetaBusiness } from './business';
import { GraphError } from './errors';
import type { Param } from './param';
import { APP } from './subscription';

/**
 * `POST /{number}/register`: the number may be used with the Cloud API from now on. The PIN is that of its two-step
 * verification; where it has none, this one becomes it.
 *
 * @throws GraphError 100 for what is no PIN, 133005 for another one
 */
export function register(parameters: Param, business: MetaBusiness) {
  parameters.oneOf('messaging_product', ['whatsapp']);
  const pin = parameters.string('pin', 6);
  if (!/^\d{6}$/.test(pin)) throw new GraphError(100, 'Param pin must be 6 digits long.');
  if (business.pin !== undefined && business.pin !== pin) throw new GraphError(133005);
  business.pin = pin;
  business.registered = true;
  return { success: true };
}

/** `GET /{number}`. */
export function numberFields(business: MetaBusiness, fields: string | undefined) {
  const digits = business.displayPhoneNumber;
  const node: Record<string, unknown> = {
    id: business.phoneNumberId,
    verified_name: business.verifiedName,
    display_phone_number: `+${digits.slice(0, -7)} ${digits.slice(-7, -4)}-${digits.slice(-4)}`,
    quality_rating: business.quality,
    code_verification_status: 'VERIFIED',
    name_status: 'APPROVED',
    status: business.registered ? 'CONNECTED' : 'PENDING',
    platform_type: business.registered ? 'CLOUD_API' : 'NOT_APPLICABLE',
    messaging_limit_tier: 'TIER_1K',
    throughput: { level: 'STANDARD' },
    health_status: health(business),
  };
  const wanted = fields?.split(',').map((field) => field.trim()) ?? [
    'verified_name',
    'code_verification_status',
    'display_phone_number',
    'quality_rating',
    'platform_type',
    'throughput',
  ];
  return pickFields(node, [...wanted, 'id'], 'WhatsAppBusinessPhoneNumber');
}

/** Whether messages can go, by everything that they depend on. */
export function health({ phoneNumberId, wabaId, canPay, registered }: MetaBusiness) {
  const errors = {
    payment: {
      error_code: 141006,
      error_description: 'There is an error with the payment method.',
      possible_solution:
        'There was an error with your payment method. Please add a new payment method to the account.',
    },
    number: {
      error_code: 141000,
      error_description: 'The phone number is not registered.',
      possible_solution: 'Register the phone number.',
    },
  };
  const entity = (entity_type: string, id: string, error?: object) => ({
    entity_type,
    id,
    can_send_message: error ? 'BLOCKED' : 'AVAILABLE',
    ...(error && { errors: [error] }),
  });
  return {
    can_send_message: canPay && registered ? 'AVAILABLE' : 'BLOCKED',
    entities: [
      entity('PHONE_NUMBER', phoneNumberId, registered ? undefined : errors.number),
      entity('WABA', wabaId, canPay ? undefined : errors.payment),
      entity('BUSINESS', '506914307656634'),
      entity('APP', APP),
    ],
  };
}

/** The fields that are asked for. @throws GraphError 100 for one that there is none of */
export function pickFields(node: object, fields: string[], type: string) {
  const known = node as Record<string, unknown>;
  const optional = ['rejected_reason'];
  const stranger = fields.find((field) => !(field in known) && !optional.includes(field));
  if (stranger !== undefined) {
    const details = `Tried accessing nonexisting field (${stranger}) on node type (${type})`;
    throw new GraphError(100, details);
  }
  return Object.fromEntries(
    fields.filter((field) => field in known).map((field) => [field, known[field]]),
  );
}
