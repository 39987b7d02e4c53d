package latent.render.worker;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a worker never needs once it runs, by number: opening and changing files, sockets, other programs, other processes' memory.
 *
 * @param architecture the kernel's name for the numbering, {@code AUDIT_ARCH_*}
 * @param seccomp      number of {@code seccomp(2)} itself
 * @param opening      the calls that open a file
 * @param always       the rest
 */
@SuppressWarnings("ArrayRecordComponent") // read in one place, never compared
record SystemCalls(int architecture, int seccomp, int[] opening, int[] always) {
    /** From arch/x86/entry/syscalls/syscall_64.tbl. */
    private static final SystemCalls X86_64 = new SystemCalls(
            0xc000003e,
            317,
            new int[] {2, 85, 257, 437}, // open creat openat openat2
            new int[] {
                41,
                42,
                43,
                44,
                46,
                49,
                50,
                53,
                288,
                307, // sockets: socket connect accept sendto sendmsg bind listen pair accept4 sendmmsg
                59,
                322, // execve execveat
                62,
                101,
                200,
                310,
                311,
                312,
                424,
                434,
                438,
                440, // kill ptrace tkill process_vm_* kcmp pidfd_*, process_madvise
                76,
                77,
                82,
                83,
                84,
                86,
                87,
                88,
                90,
                92,
                94,
                132,
                133,
                235, // truncate rename mkdir rmdir link unlink symlink chmod chown utime
                258,
                259,
                260,
                261,
                263,
                264,
                265,
                266,
                268,
                280,
                316, // the same with "at"
                155,
                161,
                165,
                166,
                272,
                308,
                428,
                429,
                430,
                442, // pivot_root chroot mount umount unshare setns open_tree move_mount fsopen
                248,
                249,
                250,
                298,
                304,
                321,
                319,
                323,
                425,
                447 // keys, perf_event_open, open_by_handle_at, bpf, memfd_create, userfaultfd, io_uring_setup,
                // memfd_secret
            });

    /** From include/uapi/asm-generic/unistd.h. */
    private static final SystemCalls AARCH64 = new SystemCalls(0xc00000b7, 277, new int[] {56, 437}, new int[] {
        198, 199, 200, 201, 202, 203, 206, 211, 242, 269, 221, 281, 117, 129, 130, 270, 271, 272, 424, 434, 438, 440,
        33, 34, 35, 36, 37, 38, 45, 46, 52, 53, 54, 55, 88, 276, 39, 40, 41, 51, 97, 268, 428, 429, 430, 442, 217, 218,
        219, 241, 265, 279, 280, 282, 425, 447
    });

    /** Those of this machine; empty where we know no filter: not Linux, or another processor. */
    static Optional<SystemCalls> ofThisMachine() {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return Optional.empty();
        }
        return switch (System.getProperty("os.arch", "")) {
            case "amd64", "x86_64" -> Optional.of(X86_64);
            case "aarch64" -> Optional.of(AARCH64);
            default -> Optional.empty();
        };
    }

    int[] refused(boolean openingToo) {
        return openingToo
                ? IntStream.concat(IntStream.of(opening), IntStream.of(always)).toArray()
                : always.clone();
    }
}
