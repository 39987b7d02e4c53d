@NullMarked
package latent.local.website;

import org.jspecify.annotations.NullMarked;
