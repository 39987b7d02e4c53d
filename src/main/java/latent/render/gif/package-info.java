/** Whether the compressed data of a GIF file is whole: what the decoders of both engines leave open. */
@NullMarked
package latent.render.gif;

import org.jspecify.annotations.NullMarked;
