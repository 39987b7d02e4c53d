@NullMarked
package latent.local;

import org.jspecify.annotations.NullMarked;
