package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import latent.kit.FaultyS3;

/** What is put into S3, as the server before it sees it, and above all what is put that is there already. */
final class PutsSeen {
    private static final String STORED = " 200";

    private final Queue<String> puts = new ConcurrentLinkedQueue<>();
    private final Queue<String> putAgain = new ConcurrentLinkedQueue<>();
    private final Set<String> there = ConcurrentHashMap.newKeySet();

    private PutsSeen() {}

    /** Looks on from now on. */
    static PutsSeen at(FaultyS3 between) {
        PutsSeen seen = new PutsSeen();
        between.onRequest = seen::asked;
        between.onAnswer = seen::answered;
        return seen;
    }

    private void asked(String line) {
        if (line.startsWith("PUT ")) {
            puts.add(line);
            if (there.contains(line)) {
                putAgain.add(line);
            }
        }
    }

    private void answered(String line) {
        if (line.startsWith("PUT ") && line.endsWith(STORED)) {
            there.add(line.substring(0, line.length() - STORED.length()));
        }
    }

    /** How many there have been, those that came to nothing with the process that sent them included. */
    int count() {
        return puts.size();
    }

    /** These are there, each of them stored once, and no request tried to store what was there. */
    void assertEachWasStoredOnce(List<String> keys) {
        assertThat(putAgain).as("put again although they were there").isEmpty();
        assertThat(there)
                .containsExactlyInAnyOrderElementsOf(
                        keys.stream().map(key -> "PUT /renditions/" + key).toList());
    }
}
