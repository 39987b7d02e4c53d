/** Test pictures: drawn, encoded with the oddities of real files, and compared as an eye would. */
@NullMarked
package latent.pictures;

import org.jspecify.annotations.NullMarked;
