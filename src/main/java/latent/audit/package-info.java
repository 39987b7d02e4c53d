/** Audits of what is stored: what is stale, orphaned, torn, of the wrong type or without its headers; and what nobody asks for any more. */
@NullMarked
package latent.audit;

import org.jspecify.annotations.NullMarked;
