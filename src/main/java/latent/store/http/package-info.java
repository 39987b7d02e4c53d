/** Originals from other hosts by HTTP: an allow-list of addresses, each connection checked and pinned, and everything bounded. */
@NullMarked
package latent.store.http;

import org.jspecify.annotations.NullMarked;
