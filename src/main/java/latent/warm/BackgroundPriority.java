package latent.warm;

import latent.render.nativecall.NativeFunction;

/**
 * Gives way to live traffic on the same machine: what works ahead gets the processor time that nobody else wants. The kernel counts it for each thread, and a
 * thread and a process begin with what their maker has; so it is asked for before anything is started.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/nice.2.html">nice(2)</a>
 */
public final class BackgroundPriority {
    /** A tenth of what an ordinary process gets, where both want all there is. */
    private static final int NICER = 10;

    private BackgroundPriority() {}

    /** Of this thread, and of all that it starts from now on. Where there is no such call, nothing changes. */
    public static void take() {
        NativeFunction.ofTheProcess("nice").ifPresent(nice -> nice.number(NICER));
    }
}
