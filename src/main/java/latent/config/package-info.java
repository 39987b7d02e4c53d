/** What the operator said: every setting, its default, its source, and the one value made of them. */
@NullMarked
package latent.config;

import org.jspecify.annotations.NullMarked;
