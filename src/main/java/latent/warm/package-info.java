/** The night shift: what is told of changed originals is worked off before anyone asks. */
@NullMarked
package latent.warm;

import org.jspecify.annotations.NullMarked;
