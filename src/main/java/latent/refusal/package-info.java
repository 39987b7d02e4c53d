/** The refusals of requests and their reasons. Every other exception is a fault of the program. */
@NullMarked
package latent.refusal;

import org.jspecify.annotations.NullMarked;
