/** The search for the quality of an encoder by structural similarity or by bytes, the same for every engine. */
@NullMarked
package latent.render.quality;

import org.jspecify.annotations.NullMarked;
