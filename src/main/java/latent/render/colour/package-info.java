/** What the numbers of a picture mean: colour profiles, and what stands for one in files that carry none. Knows no engine. */
@NullMarked
package latent.render.colour;

import org.jspecify.annotations.NullMarked;
