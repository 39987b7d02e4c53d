package latent.local;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The open sockets of a server that uses the JDK's HTTP server, which has no method for them: they are read from its fields, which the tests' JVM opens
 * ({@code --add-opens jdk.httpserver/sun.net.httpserver=ALL-UNNAMED}).
 */
final class JdkServerConnections {
    private JdkServerConnections() {}

    /** The connections that are open now, as the server sees them. */
    static List<SocketChannel> of(Object website) throws ReflectiveOperationException {
        Object implementation = field(field(field(website, "server"), "server"), "server");
        List<SocketChannel> sockets = new ArrayList<>();
        for (Object connection : (Set<?>) field(implementation, "allConnections")) {
            sockets.add((SocketChannel) field(connection, "chan"));
        }
        return sockets;
    }

    private static Object field(Object owner, String name) throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        AccessibleObject.setAccessible(new AccessibleObject[] {field}, true);
        return field.get(owner);
    }
}
