/** Admission: rate limits (tokens over time) and render permits (memory and threads now). */
@NullMarked
package latent.admission;

import org.jspecify.annotations.NullMarked;
