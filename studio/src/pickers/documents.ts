import { graphql } from '../gql'

export const FindSources = graphql(`
  query FindSources($search: String) {
    found: allSources(search: $search, first: 20) {
      nodes { id name }
    }
  }
`)
export const FindAuthors = graphql(`
  query FindAuthors($search: String) {
    found: allAuthors(search: $search, first: 20) {
      nodes { id name }
    }
  }
`)
export const FindTags = graphql(`
  query FindTags($search: String) {
    found: allTags(search: $search, first: 20) {
      nodes { id name }
    }
  }
`)
export const FindCategories = graphql(`
  query FindCategories($search: String) {
    found: allCategories(search: $search, first: 100) {
      nodes { category { id name path } }
    }
  }
`)
export const FindDrafts = graphql(`
  query FindDrafts($search: String) {
    found: drafts(search: $search, first: 20) {
      nodes { id title status updatedAt }
    }
  }
`)
export const FindPeople = graphql(`
  query FindPeople {
    found: people(first: 100) {
      nodes { id name }
    }
  }
`)
export const FindReferences = graphql(`
  query FindReferences($search: String) {
    found: allReferences(search: $search, first: 20) {
      nodes { reference { id title url } }
    }
  }
`)
