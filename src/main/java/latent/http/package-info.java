/** The front door: raw target to key, client identity, headers, and the one place where refusals and faults become answers. */
@NullMarked
package latent.http;

import org.jspecify.annotations.NullMarked;
