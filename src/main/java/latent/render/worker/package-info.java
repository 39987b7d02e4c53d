/**
 * Render workers: child processes that decode what strangers uploaded, so that a hostile file can kill one of them and nothing else. One worker
 * for each render permit, each with one render at a time: what dies names its culprit, and nobody else's render dies with it. One worker with a
 * thread for each permit would save some 26 MB a permit (proportional set size at rest; 53 MB resident, half of it shared), and a crash would
 * take every render in it. One more stands by, so that nobody waits for a successor.
 *
 * <p>What holds for a worker on Linux: an empty environment; no file, socket, program or other process can be opened (seccomp); memory beyond its
 * limit is refused to it (RLIMIT_AS, and RLIMIT_FSIZE for the file in memory that it shares with the processor); a render has a deadline, after
 * which it is killed. On other systems: the empty environment and the deadline. It can use as much of a processor as it likes until its
 * deadline. {@code bench/isolation} measures what all this costs.
 */
@NullMarked
package latent.render.worker;

import org.jspecify.annotations.NullMarked;
