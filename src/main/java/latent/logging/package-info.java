/** Where log lines go: a bounded queue in front of standard error, and faults counted by kind. */
@NullMarked
package latent.logging;

import org.jspecify.annotations.NullMarked;
