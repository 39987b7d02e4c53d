/** What a render will cost, before it is made: one estimate for tokens, and for the bound above which a key is refused. */
@NullMarked
package latent.render.cost;

import org.jspecify.annotations.NullMarked;
