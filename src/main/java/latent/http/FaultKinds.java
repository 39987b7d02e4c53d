package latent.http;

import java.util.Optional;
import java.util.stream.Stream;
import latent.refusal.Fault;
import latent.refusal.FaultException;
import latent.store.S3Faults;
import org.eclipse.jetty.io.EofException;

/** Maps an exception to a kind of fault, by the first known one in its chain of causes. */
final class FaultKinds {
    private static final int MOST_CAUSES = 10;

    private FaultKinds() {}

    static Fault of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .flatMap(cause -> known(cause).stream())
                .findFirst()
                .orElse(Fault.BROKEN);
    }

    private static Optional<Fault> known(Throwable cause) {
        return switch (cause) {
            case FaultException ours -> Optional.of(ours.fault());
            case EofException left -> Optional.of(Fault.CUT_OFF);
            default -> S3Faults.of(cause);
        };
    }
}
