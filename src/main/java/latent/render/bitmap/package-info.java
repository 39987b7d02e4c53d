/** Windows bitmaps and icons, decoded in Java by TwelveMonkeys' readers, for every engine alike. */
@NullMarked
package latent.render.bitmap;

import org.jspecify.annotations.NullMarked;
