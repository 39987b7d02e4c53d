/** An emulated CloudFront edge: cache behaviours, TTLs, error caching, collapsing and failover, by the developer guide. */
@NullMarked
package latent.local.edge;

import org.jspecify.annotations.NullMarked;
