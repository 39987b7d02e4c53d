/** Changes of originals: outdated renditions are removed from S3 and from the CDN, and made again before they are asked for. */
@NullMarked
package latent.warm;

import org.jspecify.annotations.NullMarked;
