import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.validators.ValidatorConfig;
import org.verapdf.pdfa.validation.validators.ValidatorConfigBuilder;

/**
 * Holds every file against every flavour with veraPDF, all in one virtual machine.
 *
 * <pre>java -cp … Judge.java [--flavours ua1,3a] FILE.pdf …</pre>
 *
 * Prints a line for each file; below a file that fails, each broken rule with its clause, test number, count and first
 * place. Exit status: 0 all conform, 1 some do not, 2 the call was wrong.
 */
public final class Judge {
    private static final int LONGEST_CONTEXT = 400;

    private Judge() {}

    public static void main(String[] arguments) {
        List<String> files = new ArrayList<>(List.of(arguments));
        List<PDFAFlavour> flavours = List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A);
        if (files.size() >= 2 && files.get(0).equals("--flavours")) {
            flavours = flavours(files.get(1));
            files = files.subList(2, files.size());
        }
        if (files.isEmpty()) {
            System.err.println("usage: Judge [--flavours ua1,3a] FILE.pdf ...");
            System.exit(2);
        }
        // The parser logs what it steps over; the findings below say all that matters.
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();

        int failed = 0;
        for (String file : files) {
            if (!judge(new File(file), flavours)) {
                failed += 1;
            }
        }
        System.out.printf("veraPDF: %d of %d files conform to %s%n",
                files.size() - failed, files.size(), ids(flavours));
        System.exit(failed == 0 ? 0 : 1);
    }

    /** Judges one file and prints the verdict; true if it conforms to every flavour. */
    private static boolean judge(File file, List<PDFAFlavour> flavours) {
        StringBuilder verdicts = new StringBuilder();
        List<String> findings = new ArrayList<>();
        boolean good = true;
        for (PDFAFlavour flavour : flavours) {
            boolean conforms = false;
            try {
                conforms = conforms(file, flavour, findings);
            } catch (Exception | LinkageError | StackOverflowError fault) {
                findings.add(flavour.getId() + ": cannot be judged: " + fault);
            }
            verdicts.append("  ").append(flavour.getId()).append(conforms ? " pass" : " FAIL");
            good &= conforms;
        }
        System.out.println((good ? "pass  " : "FAIL  ") + file + verdicts);
        findings.forEach(finding -> System.out.println("      " + finding));
        return good;
    }

    private static boolean conforms(File file, PDFAFlavour flavour, List<String> findings) throws Exception {
        if (!file.isFile()) {
            findings.add(flavour.getId() + ": no such file");
            return false;
        }
        ValidatorConfig config = ValidatorConfigBuilder.defaultBuilder()
                .flavour(flavour)
                .recordPasses(false)
                .maxFails(-1)
                .showErrorMessages(true)
                .maxNumberOfDisplayedFailedChecks(5)
                .build();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(config, flavour)) {
            ValidationResult result = validator.validate(parser);
            // No assertion at all would mean that no profile was loaded: that is not a pass.
            if (result.isCompliant() && result.getTotalAssertions() == 0) {
                findings.add(flavour.getId() + ": nothing was tested");
                return false;
            }
            describe(result, flavour, findings);
            return result.isCompliant() && result.getFailedChecks().isEmpty();
        }
    }

    /** Lists each broken rule once, in the order of the standard's clauses. */
    private static void describe(ValidationResult result, PDFAFlavour flavour, List<String> findings) {
        List<Map.Entry<RuleId, Integer>> failures = new ArrayList<>(result.getFailedChecks().entrySet());
        failures.sort(Comparator.comparing((Map.Entry<RuleId, Integer> entry) -> entry.getKey().getClause())
                .thenComparing(entry -> entry.getKey().getTestNumber()));
        for (Map.Entry<RuleId, Integer> failure : failures) {
            RuleId id = failure.getKey();
            Rule rule = result.getValidationProfile().getRuleByRuleId(id);
            String description = rule == null ? "(no description)" : rule.getDescription();
            findings.add(String.format("%s: %s, test %d: %s (%d times)", flavour.getId(), id.getClause(),
                    id.getTestNumber(), oneLine(description), failure.getValue()));
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (id.equals(assertion.getRuleId()) && assertion.getStatus() == TestAssertion.Status.FAILED) {
                    findings.add("    " + oneLine(assertion.getErrorMessage()));
                    findings.add("    first at " + oneLine(assertion.getLocation().getContext()));
                    break;
                }
            }
        }
    }

    private static List<PDFAFlavour> flavours(String ids) {
        List<PDFAFlavour> flavours = new ArrayList<>();
        for (String id : ids.split(",")) {
            PDFAFlavour flavour = PDFAFlavour.byFlavourId(id.trim());
            if (flavour == PDFAFlavour.NO_FLAVOUR) {
                System.err.println("no flavour '" + id + "'; there are " + PDFAFlavour.getFlavourIds());
                System.exit(2);
            }
            flavours.add(flavour);
        }
        return Collections.unmodifiableList(flavours);
    }

    private static String ids(List<PDFAFlavour> flavours) {
        return String.join(" and ", flavours.stream().map(PDFAFlavour::getId).toList());
    }

    private static String oneLine(String text) {
        String line = String.valueOf(text).replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_CONTEXT ? line : line.substring(0, LONGEST_CONTEXT) + "…";
    }
}
