@NullMarked
package latent.render.cost;

import org.jspecify.annotations.NullMarked;
