/** Traces of requests, for OpenTelemetry; nothing of it is loaded where nobody asks for them. */
@NullMarked
package latent.tracing;

import org.jspecify.annotations.NullMarked;
