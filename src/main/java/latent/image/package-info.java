/** A picture's size, format, orientation and header. Independent of S3, HTTP and image libraries. */
@NullMarked
package latent.image;

import org.jspecify.annotations.NullMarked;
