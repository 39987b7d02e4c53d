/** Why we say no: the closed list of refusals. Everything else that goes wrong is a fault. */
@NullMarked
package latent.refusal;

import org.jspecify.annotations.NullMarked;
