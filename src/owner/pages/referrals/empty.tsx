/** What the sidebar says while there is nothing to list, and where to begin. */
import { OpenDialog } from '../components/button';

/** Nobody has written yet. */
export function NoClients() {
  return (
    <div class="empty">
      <h2>Nobody here yet</h2>
      <p>Clients appear here when they write to you, or when you make them a referral link.</p>
      <div class="buttons">
        <OpenDialog name="make-link" look="action">
          Make a referral link
        </OpenDialog>
        <OpenDialog name="connect">Connect WhatsApp or Telegram</OpenDialog>
      </div>
    </div>
  );
}

/** There are clients, but nobody came by a link. */
export function NoReferrals() {
  return (
    <div class="empty">
      <h2>No referrals yet</h2>
      <p>Give your clients their links: they write “Link” to you, or you make one for them.</p>
      <div class="buttons">
        <OpenDialog name="make-link" look="action">
          Make a referral link
        </OpenDialog>
      </div>
    </div>
  );
}
