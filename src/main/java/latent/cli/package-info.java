/** The command line: what can be asked of the program, and with which words. */
@NullMarked
package latent.cli;

import org.jspecify.annotations.NullMarked;
