package latent.store.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks up the addresses of a host for one connection, and refuses those that may not be connected to. HttpClient connects to what it is given here and looks
 * up nothing again, so that a name which has another address a moment later (DNS rebinding) leads nowhere else; names in {@code Host}, SNI and certificate
 * stay those of the URL. Thread-safe.
 */
final class CheckedResolver implements DnsResolver {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** A look-up cannot be interrupted; those that nobody waits for any more end when the system gives up. */
    private static final int AT_ONCE = 16;

    private final DnsResolver names;
    private final Predicate<InetAddress> allowed;
    private final Set<String> privateHosts;
    private final Semaphore lookUps = new Semaphore(AT_ONCE);

    /** @param privateHosts names whose addresses are not looked at */
    CheckedResolver(DnsResolver names, Predicate<InetAddress> allowed, Set<String> privateHosts) {
        this.names = names;
        this.allowed = allowed;
        this.privateHosts = privateHosts;
    }

    /** @throws AddressRefused when one of them may not be connected to: such a name is not to be trusted at all */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = lookUp(host);
        if (!privateHosts.contains(host.toLowerCase(Locale.ROOT))) {
            for (InetAddress address : found) {
                if (!allowed.test(address)) {
                    throw new AddressRefused(host, address);
                }
            }
        }
        return found;
    }

    private InetAddress[] lookUp(String host) throws UnknownHostException {
        if (!lookUps.tryAcquire()) {
            throw new UnknownHostException(host + ": too many look-ups of names are without an answer");
        }
        CompletableFuture<InetAddress[]> answer = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("look-up").start(() -> {
            try {
                answer.complete(names.resolve(host));
            } catch (UnknownHostException | RuntimeException failure) {
                answer.completeExceptionally(failure);
            } finally {
                lookUps.release();
            }
        });
        try {
            return answer.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new UnknownHostException(host + ": no answer about its address in " + PATIENCE.toSeconds() + " s");
        } catch (ExecutionException failure) {
            throw unknown(host, failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host + ": the look-up was interrupted");
        }
    }

    private static UnknownHostException unknown(String host, ExecutionException failure) {
        return failure.getCause() instanceof UnknownHostException known
                ? known
                : new UnknownHostException(host + ": " + failure.getCause());
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host; // only Kerberos asks, and there is none
    }
}
