// Checks a published record, and proofs out of it, with a library that nobody of this project wrote:
//
//	verifier POLICY FOLDER [LEAF PROOF]...
//
// Prints the number of acts and of cosignatures. Any fault ends it with a word and exit code 1.
package main

import (
	"context"
	"fmt"
	"os"

	"filippo.io/torchwood"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	policyText, err := os.ReadFile(os.Args[1])
	check(err)
	policy, err := torchwood.ParsePolicy(policyText)
	check(err)
	folder := os.Args[2]
	signed, err := os.ReadFile(folder + "/checkpoint")
	check(err)
	checkpoint, note, err := torchwood.VerifyCheckpoint(signed, policy)
	check(err)

	tiles, err := torchwood.NewTileFS(os.DirFS(folder))
	check(err)
	client, err := torchwood.NewClient(tiles)
	check(err)
	entries := int64(0)
	for range client.AllEntries(context.Background(), checkpoint.Tree, 0) {
		entries++
	}
	check(client.Err())
	if entries != checkpoint.N {
		check(fmt.Errorf("%d entries of %d", entries, checkpoint.N))
	}

	for at := 3; at+1 < len(os.Args); at += 2 {
		leaf, err := os.ReadFile(os.Args[at])
		check(err)
		proof, err := os.ReadFile(os.Args[at+1])
		check(err)
		check(torchwood.VerifyProof(policy, tlog.RecordHash(leaf), proof))
	}
	fmt.Println(entries, len(note.Sigs)-1)
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
