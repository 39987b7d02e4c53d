/** Handles changes of originals: purges, invalidates the CDN, and makes renditions again. Carries out plans, too. */
@NullMarked
package latent.warm;

import org.jspecify.annotations.NullMarked;
