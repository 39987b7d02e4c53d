/** Finds stored renditions that are stale, orphaned, torn, of the wrong type or without their headers; and unused ones. */
@NullMarked
package latent.audit;

import org.jspecify.annotations.NullMarked;
