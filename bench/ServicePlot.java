import java.util.Locale;

/** The ratios as bars around the line where both are as fast, with the spread of the rounds; SVG that reads on light and on dark ground. */
final class ServicePlot {
    private static final int LEFT = 330;
    private static final int WIDE = 520;
    private static final int ROW = 34;
    private static final double MOST = 6;

    private ServicePlot() {}

    static String of(ServiceReport report) {
        StringBuilder bars = new StringBuilder();
        int y = 40;
        for (VisitorLoad workload : VisitorLoad.values()) {
            double[] ratios = report.ratios(workload);
            double median = ratios[ratios.length / 2];
            bars.append(String.format(Locale.ROOT,
                    """
                      <text x="%d" y="%d" text-anchor="end">%s</text>
                      <rect x="%d" y="%d" width="%.1f" height="16" class="%s"/>
                      <line x1="%.1f" x2="%.1f" y1="%d" y2="%d" class="spread"/>
                      <text x="%.1f" y="%d">%.2f</text>
                    """,
                    LEFT - 10, y + 13, workload.title, LEFT, y, x(median) - LEFT, median >= 1 ? "faster" : "slower", x(ratios[0]),
                    x(ratios[ratios.length - 1]), y + 8, y + 8, Math.max(x(median), x(ratios[ratios.length - 1])) + 8, y + 13, median));
            y += ROW;
        }
        return String.format(Locale.ROOT,
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
                  <style>
                    text { fill: #24292f } .faster { fill: #2f8f5b } .slower { fill: #c9622f } .spread, .same { stroke: #57606a; stroke-width: 2 }
                    @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .spread, .same { stroke: #9da7b3 } }
                  </style>
                  <text x="%.1f" y="20" text-anchor="middle">as fast as the service around sharp</text>
                  <line x1="%.1f" x2="%.1f" y1="28" y2="%d" class="same" stroke-dasharray="4 4"/>
                %s</svg>
                """,
                LEFT + WIDE + 60, y, x(1), x(1), x(1), y - 10, bars);
    }

    private static double x(double ratio) {
        return LEFT + WIDE * Math.min(ratio, MOST) / MOST;
    }
}
