package latent.tracing;

/** The trace of one request, from its beginning to the end of its answer. Used by one thread at a time. */
public interface RequestTrace {
    /** Of a request that is not traced. */
    RequestTrace NONE = new RequestTrace() {
        @Override
        public String id() {
            return "";
        }

        @Override
        public Current current() {
            return () -> {};
        }

        @Override
        public RequestTrace with(String name, String text) {
            return this;
        }

        @Override
        public RequestTrace with(String name, long number) {
            return this;
        }

        @Override
        public void end(boolean fault) {
            // there is nothing to end
        }
    };

    /** The request is this thread's, until it is closed. */
    interface Current extends AutoCloseable {
        @Override
        void close();
    }

    /** 32 hexadecimal digits; empty when it is not traced. */
    String id();

    Current current();

    /** Adds what is known of it; texts are cut at a bound, and an empty one is left out. */
    RequestTrace with(String name, String text);

    /** The same with a number. */
    RequestTrace with(String name, long number);

    /**
     * It is over.
     *
     * @param fault whether it failed by a fault of ours
     */
    void end(boolean fault);
}
