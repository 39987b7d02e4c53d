/** Decoding HEIC with the system's libheif. */
@NullMarked
package latent.render.heif;

import org.jspecify.annotations.NullMarked;
