/** The HTTP server: raw target to key, client identity, headers, and the answers for renditions, refusals and faults. */
@NullMarked
package latent.http;

import org.jspecify.annotations.NullMarked;
