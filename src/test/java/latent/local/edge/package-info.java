@NullMarked
package latent.local.edge;

import org.jspecify.annotations.NullMarked;
