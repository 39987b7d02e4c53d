/** Test pictures: drawn, encoded with the oddities of real files, and compared by differences that can be seen. */
@NullMarked
package latent.pictures;

import org.jspecify.annotations.NullMarked;
