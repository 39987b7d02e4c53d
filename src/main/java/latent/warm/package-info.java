/** Changes of originals: outdated renditions are removed, forgotten by the CDN, and made again before anyone asks. */
@NullMarked
package latent.warm;

import org.jspecify.annotations.NullMarked;
