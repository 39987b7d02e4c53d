/** Colour profiles of originals, and profiles made for files that describe their colours in another way. Independent of the engines. */
@NullMarked
package latent.render.colour;

import org.jspecify.annotations.NullMarked;
