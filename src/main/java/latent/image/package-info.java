/** What a picture is: its size, its format, what its header says. Knows nothing of S3, HTTP or any image library. */
@NullMarked
package latent.image;

import org.jspecify.annotations.NullMarked;
