/** Tests of what the smoke test asks for; that it finds mistakes is shown on a whole stack, in {@code CheckTest}. */
@NullMarked
package latent.check;

import org.jspecify.annotations.NullMarked;
