/** The command line: the program's commands, their options and help. */
@NullMarked
package latent.cli;

import org.jspecify.annotations.NullMarked;
