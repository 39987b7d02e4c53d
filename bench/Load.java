import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Asks a service for keys in the ways of visitors, and keeps how long each answer took. */
final class Load {
    /**
     * What came of it.
     *
     * @param millis    how long each answer took, in order of length
     * @param firstByte how long each took until its head was there, in order of length
     * @param seconds   from the first question to the last answer
     */
    record Result(double[] millis, double[] firstByte, double seconds, long bytes) {
        double perSecond() {
            return millis.length / seconds;
        }

        double quantile(double share) {
            return quantile(millis, share);
        }

        double medianFirstByte() {
            return quantile(firstByte, 0.5);
        }

        private static double quantile(double[] sorted, double share) {
            return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
        }
    }

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;
    private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
    private final List<Double> firstByte = Collections.synchronizedList(new ArrayList<>());
    private final java.util.concurrent.atomic.LongAdder bytes = new java.util.concurrent.atomic.LongAdder();

    Load(URI service) {
        this.service = service;
    }

    /** So many visitors, each asking for the next group of keys at once when it has the last, for so many seconds or until the keys are out. */
    Result closedLoop(int visitors, double seconds, Iterator<List<String>> groups) throws Exception {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < visitors; i++) {
                all.add(threads.submit(() -> {
                    for (List<String> group = next(groups); group != null && since(start) < seconds; group = next(groups)) {
                        askAll(threads, group);
                    }
                    return null;
                }));
            }
            for (Future<Void> one : all) {
                one.get();
            }
        }
        return result(start);
    }

    /** Questions that come when they come, so many a second on average, whether the service keeps up or not; times count from when each was due. */
    Result openLoop(double perSecond, double seconds, Iterator<List<String>> groups, long seed) throws Exception {
        Random random = new Random(seed);
        long start = System.nanoTime();
        long due = start;
        Semaphore unanswered = new Semaphore(2_000);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            while (since(start) < seconds && groups.hasNext()) {
                due += (long) (-Math.log(1 - random.nextDouble()) / perSecond * 1e9);
                Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
                unanswered.acquire();
                long from = due;
                String key = groups.next().getFirst();
                threads.submit(() -> {
                    ask(key, from);
                    unanswered.release();
                    return null;
                });
            }
        }
        return result(start);
    }

    /** All of them at the same time; when the last is answered, it is over. */
    Result atOnce(List<String> keys) throws Exception {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            askAll(threads, keys);
        }
        return result(start);
    }

    private void askAll(ExecutorService threads, List<String> keys) throws Exception {
        if (keys.size() == 1) {
            ask(keys.getFirst(), System.nanoTime());
            return;
        }
        List<Future<Void>> all = new ArrayList<>();
        for (String key : keys) {
            all.add(threads.submit(() -> {
                ask(key, System.nanoTime());
                return null;
            }));
        }
        for (Future<Void> one : all) {
            one.get();
        }
    }

    private void ask(String key, long from) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(HttpRequest.newBuilder(service.resolve("/" + key)).build(), head -> {
            firstByte.add((System.nanoTime() - from) / 1e6);
            return BodySubscribers.ofByteArray();
        });
        if (answer.statusCode() != 200) {
            throw new IOException(key + " was answered with " + answer.statusCode() + " " + new String(answer.body()));
        }
        millis.add((System.nanoTime() - from) / 1e6);
        bytes.add(answer.body().length);
    }

    private static List<String> next(Iterator<List<String>> groups) {
        synchronized (groups) {
            return groups.hasNext() ? groups.next() : null;
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private Result result(long start) {
        double seconds = since(start);
        return new Result(sorted(millis), sorted(firstByte), seconds, bytes.sum());
    }

    private static double[] sorted(List<Double> figures) {
        return figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
