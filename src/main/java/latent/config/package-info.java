/** The settings: their names, defaults and sources, and the one checked value that is made of them. */
@NullMarked
package latent.config;

import org.jspecify.annotations.NullMarked;
