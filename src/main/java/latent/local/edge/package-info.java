/** An emulated CloudFront edge: cache behaviours, TTLs, error caching, collapsing, failover and Origin Shield, by the developer guide. */
@NullMarked
package latent.local.edge;

import org.jspecify.annotations.NullMarked;
