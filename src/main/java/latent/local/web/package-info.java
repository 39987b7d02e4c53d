/** What the website front and the edges have in common: a small HTTP server on loopback that reads requests as they came. */
@NullMarked
package latent.local.web;

import org.jspecify.annotations.NullMarked;
