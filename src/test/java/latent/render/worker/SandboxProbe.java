package latent.render.worker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Enters the sandbox as a worker does, and then tries what a compromised worker would try; prints for each attempt whether it succeeded. */
final class SandboxProbe {
    private static final long MEMORY_BYTES = 256L << 20;

    private SandboxProbe() {}

    private interface Attempt {
        Object run() throws IOException;
    }

    public static void main(String[] args) {
        attempt("before", () -> Files.readAllBytes(Path.of("/proc/self/environ")));
        attempt("before", () -> connect(Integer.parseInt(args[0])));
        int file = Libc.memoryFile(2 * MEMORY_BYTES).orElse(-1);
        List<String> holds = Sandbox.shut(MEMORY_BYTES, true);
        System.out.println("holds " + holds);
        attempt("environ", () -> Files.readAllBytes(Path.of("/proc", args[1], "environ")));
        attempt("read", () -> Files.readAllBytes(Path.of("/etc/passwd")));
        attempt("write", () -> Files.writeString(Path.of("probe"), "x"));
        attempt("connect", () -> connect(Integer.parseInt(args[0])));
        attempt("program", () -> new ProcessBuilder("true").start());
        attempt("memory", () -> Libc.map(file, 2 * MEMORY_BYTES));
        attempt("little-memory", () -> Libc.map(file, MEMORY_BYTES / 8));
    }

    private static Object connect(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return socket;
        }
    }

    private static void attempt(String name, Attempt action) {
        try {
            action.run();
            System.out.println(name + " could");
        } catch (IOException | OutOfMemoryError | RuntimeException refused) {
            System.out.println(name + " could not");
        }
    }
}
