package latent.kit;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Signals to processes of the tests, by {@code kill(2)} itself: a program that sends them would take milliseconds to start. */
@NullMarked
@SuppressWarnings("restricted") // binding a C function is what this file is for
final class Signals {
    private static final int STOP = 19;
    private static final int CONTINUE = 18;
    private static final MethodHandle KILL = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().findOrThrow("kill"),
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));

    private Signals() {}

    /** Stops a process and all that it has started, it first, so that it starts no more. */
    static void stop(ProcessHandle process) {
        send(process, STOP);
        process.descendants().forEach(child -> send(child, STOP));
    }

    /** Lets them go on. */
    static void goOn(ProcessHandle process) {
        Stream.concat(process.descendants(), Stream.of(process)).forEach(each -> send(each, CONTINUE));
    }

    private static void send(ProcessHandle process, int signal) {
        try {
            int done = (int) KILL.invokeExact((int) process.pid(), signal);
            if (done != 0 && process.isAlive()) {
                throw new IllegalStateException("no signal to process " + process.pid());
            }
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Throwable wrongShape) {
            throw new AssertionError(wrongShape);
        }
    }
}
